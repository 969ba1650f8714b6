package dev.weir.core.privacy;

import java.util.Locale;
import java.util.Set;

/// Key names under which people's data is kept, whatever the value looks like. Compared in lower case without
/// separators, so that `firstName`, `first_name` and `First-Name` are one.
final class PersonalKeys {

    private static final Set<String> NAMES = Set.of(
            "email",
            "emailaddress",
            "mail",
            "phone",
            "phonenumber",
            "mobile",
            "mobilenumber",
            "telephone",
            "tel",
            "msisdn",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "givenname",
            "familyname",
            "maidenname",
            "username",
            "displayname",
            "nickname",
            "realname",
            "address",
            "streetaddress",
            "street",
            "postaladdress",
            "homeaddress",
            "billingaddress",
            "shippingaddress",
            "zipcode",
            "postcode",
            "postalcode",
            "birthdate",
            "dateofbirth",
            "dob",
            "birthday",
            "ssn",
            "socialsecuritynumber",
            "nationalid",
            "passport",
            "passportnumber",
            "driverslicense",
            "taxid",
            "iban",
            "accountnumber",
            "cardnumber",
            "creditcard",
            "cvv",
            "cvc",
            "pan",
            "password",
            "passwd",
            "pwd",
            "secret",
            "clientsecret",
            "token",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "apikey",
            "authorization",
            "cookie",
            "ip",
            "ipaddress",
            "clientip",
            "remoteip",
            "latitude",
            "longitude",
            "lat",
            "lng",
            "lon",
            "gps");

    private PersonalKeys() {}

    static boolean contains(String key) {
        StringBuilder plain = new StringBuilder(key.length());
        key.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return NAMES.contains(plain.toString().toLowerCase(Locale.ROOT));
    }
}
