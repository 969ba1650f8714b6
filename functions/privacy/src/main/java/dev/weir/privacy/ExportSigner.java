package dev.weir.privacy;

import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Makes links by which a file can be fetched without credentials, as long as [ExportLinks#HOLDS], or as long as the
/// function's own credentials hold, if that is shorter.
final class ExportSigner {

    private final ExportSettings settings;

    ExportSigner(ExportSettings settings) {
        this.settings = settings;
    }

    String sign(String object, String file) {
        S3Presigner.Builder builder = S3Presigner.builder()
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        .build());
        settings.endpoint().ifPresent(builder::endpointOverride);
        try (S3Presigner presigner = builder.build()) {
            return presigner
                    .presignGetObject(link -> link.signatureDuration(ExportLinks.HOLDS)
                            .getObjectRequest(get -> get.bucket(settings.bucket())
                                    .key(object)
                                    .responseContentDisposition("attachment; filename=\"" + file + "\"")))
                    .url()
                    .toString();
        }
    }
}
