package dev.weir.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// A function that does what its payload says: `<word> <argument>`. It runs in a process of its
/// own, so it uses nothing but the JDK and Lambda's interfaces.
public class TestFunction implements RequestStreamHandler {

    static {
        String failure = System.getenv().getOrDefault("AT_START", "");
        if (failure.startsWith("exit")) {
            System.err.println("no room for the ballast");
            System.exit(3);
        }
        if (failure.startsWith("throw")) {
            throw new IllegalStateException("no rudder");
        }
        if (failure.startsWith("allocate")) {
            System.setProperty("ballast", new String(new byte[Integer.MAX_VALUE - 8], StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String[] words = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);
        String argument = words.length == 2 ? words[1] : "";
        String answer = switch (words[0]) {
            case "echo" -> argument;
            case "env" -> String.valueOf(System.getenv(argument));
            case "environment" -> String.join(",", System.getenv().keySet());
            case "context" -> context.getFunctionName() + " " + context.getInvokedFunctionArn();
            case "remaining" -> Integer.toString(context.getRemainingTimeInMillis());
            case "pid" -> Long.toString(ProcessHandle.current().pid());
            case "large" -> "x".repeat(Integer.parseInt(argument));
            case "print" -> print(argument);
            case "throw" -> throw new IllegalStateException(argument);
            case "exit" -> exit(Integer.parseInt(argument));
            case "hold" -> hold(Path.of(argument));
            case "archive" -> archive();
            default -> throw new IllegalArgumentException("no such word");
        };
        out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String print(String text) {
        System.out.println(text);
        System.err.println(text + " on error");
        return text;
    }

    private static String exit(int status) {
        Runtime.getRuntime().halt(status);
        return "";
    }

    /// Says that it holds by creating `<path>.held`, and goes on when `path` exists.
    private static String hold(Path path) throws IOException {
        Files.createFile(path.resolveSibling(path.getFileName() + ".held"));
        while (!Files.exists(path)) {
            LockSupport.parkNanos(5_000_000);
        }
        return Long.toString(ProcessHandle.current().pid());
    }

    private static String archive() {
        return String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
    }
}
