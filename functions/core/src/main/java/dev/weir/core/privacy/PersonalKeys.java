package dev.weir.core.privacy;

/// Key names under which people's data is kept, whatever the value looks like, and those that say how a value is to be
/// read: in English, German, Spanish, French and Portuguese, with and without accents.
final class PersonalKeys {

    private static final String PERSONAL = """
            email emailaddress mail mailaddress useremail customeremail
            emailadresse correo correoelectronico correoelectrónico courriel
            firstname lastname fullname surname givenname familyname middlename maidenname username realname legalname
            =displayname nickname contactname customername cardholder cardholdername accountholder holdername
            recipientname passengername patientname employeename guestname
            vorname nachname familienname geburtsname benutzername
            apellido apellidos nombrecompleto nombredeusuario primernombre segundonombre
            prenom prénom nomdefamille nomcomplet nomdusage
            nomecompleto sobrenome apelido
            address streetaddress street addressline postaladdress homeaddress billingaddress shippingaddress zip zipcode
            postcode postalcode housenumber doornumber
            anschrift adresse straße strasse hausnummer postleitzahl plz wohnort
            direccion dirección domicilio calle codigopostal códigopostal
            =rue codepostal
            endereco endereço =rua morada =cep
            birthdate dateofbirth dob birthday birthyear yearofbirth birthplace
            geburtsdatum geburtstag geburtsort
            fechanacimiento fechadenacimiento nacimiento cumpleaños
            naissance datenaissance datedenaissance anniversaire
            nascimento datanascimento datadenascimento
            nationalid nationalinsurancenumber passport passportnumber driverslicense driverlicense drivinglicence
            licenseplate taxid taxnumber vatnumber
            ausweisnummer reisepass reisepassnummer steuernummer steuerid sozialversicherungsnummer kennzeichen
            dni =nif =nie pasaporte passeport numerosecuritesociale cpf =rg passaporte
            iban bic swift accountnumber bankaccount routingnumber sortcode kontonummer bankverbindung cuentabancaria
            cvv cvc cvv2 securitycode
            password passwd pwd passphrase passwort kennwort contraseña contrasena motdepasse senha
            secret clientsecret secretkey privatekey token accesstoken refreshtoken idtoken authtoken apikey apisecret
            authorization cookie credentials =otp =pin pincode
            ip ipaddress clientip remoteip userip ipadresse ipv4 ipv6 macaddress xforwardedfor remoteaddr
            latitude longitude =lat =lng =lon =gps latlng latlon geolocation coordinates
            breitengrad längengrad laengengrad latitud longitud
            """;

    private static final String PHONE = """
            phone phonenumber =mobile mobilenumber mobilephone cellphone cellnumber telephone telephonenumber =tel msisdn
            fax faxnumber whatsappnumber smsnumber
            telefon telefonnummer handy handynummer mobilnummer mobiltelefon rufnummer
            telefono teléfono movil móvil celular numerotelefono numerodetelefono
            téléphone numerotelephone numerodetelephone
            telefone telemovel telemóvel
            """;

    private static final String CARD = """
            cardnumber creditcard creditcardnumber debitcard debitcardnumber =pan ccnumber ccnum
            kreditkarte kreditkartennummer kartennummer
            tarjeta numerotarjeta numerodetarjeta cartebancaire numerodecarte cartao cartão numerocartao numerodocartao
            """;

    private static final String SSN = "ssn socialsecurity socialsecuritynumber";

    private static final String VERSION = """
            version versions build buildnumber release revision firmware sdk useragent
            """;

    private static final KeyTable TABLE = KeyTable.of(512)
            .with(Meaning.PERSONAL, words(PERSONAL))
            .with(Meaning.PHONE, words(PHONE))
            .with(Meaning.CARD, words(CARD))
            .with(Meaning.SSN, words(SSN))
            .with(Meaning.VERSION, words(VERSION));

    private PersonalKeys() {}

    static Meaning meaning(String key) {
        return meaning(key, 0, key.length());
    }

    /// The meaning of a key that is a part of a text.
    static Meaning meaning(String text, int start, int end) {
        return TABLE.meaning(text, start, end);
    }

    private static String[] words(String names) {
        return names.strip().split("\\s+", -1);
    }
}
