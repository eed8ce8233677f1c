package qiji.customer;

import db.customer.tables.ContactTable;
import db.customer.tables.records.ContactRecord;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.platform.Vault;

/**
 * Phone numbers and e-mail addresses of contacts: sealed in the database, shown masked, found by keyed hashes of the
 * whole number, of its last four digits, and of the address. [B7]
 */
@Component
public class PersonalData {
    private static final String PHONE = "contact.phone";
    private static final String PHONE_END = "contact.phone.end";
    private static final String EMAIL = "contact.email";
    private static final int END_DIGITS = 4;
    private static final int FEWEST_DIGITS = 7;

    private final Vault vault;

    public PersonalData(Vault vault) {
        this.vault = vault;
    }

    /** Whether this installation has the key by which a phone number was sealed. */
    public boolean opens(byte[] phone) {
        return vault.open(PHONE, phone).isPresent();
    }

    Optional<String> phone(byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : vault.open(PHONE, sealed);
    }

    Optional<String> email(byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : vault.open(EMAIL, sealed);
    }

    /** Null for none; asterisks alone for one that this installation cannot open. */
    @Nullable
    String maskedPhone(byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : phone(sealed).map(it -> new PhoneNumber(it).masked()).orElse("****");
    }

    @Nullable
    String maskedEmail(byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : email(sealed).map(it -> new EmailAddress(it).masked()).orElse("***");
    }

    /** Puts a number into the columns that hold it; null empties them. The same number again changes nothing. */
    public void putPhone(@Nullable String phone, ContactRecord row) {
        if (Objects.equals(phone, phone(row.getPhoneCipher()).orElse(null))) {
            return;
        }
        PhoneNumber number = phone == null ? null : new PhoneNumber(phone);
        row.setPhoneCipher(number == null ? null : vault.seal(PHONE, number.written()));
        row.setPhoneHash(number == null ? null : vault.hash(PHONE, number.digits()));
        row.setPhoneEndHash(
                number == null
                        ? null
                        : number.end().map(end -> vault.hash(PHONE_END, end)).orElse(null));
    }

    /** Puts an address into the columns that hold it; null empties them. The same address again changes nothing. */
    public void putEmail(@Nullable String email, ContactRecord row) {
        if (Objects.equals(email, email(row.getEmailCipher()).orElse(null))) {
            return;
        }
        row.setEmailCipher(email == null ? null : vault.seal(EMAIL, email));
        row.setEmailHash(email == null ? null : vault.hash(EMAIL, new EmailAddress(email).folded()));
    }

    Condition phoneIs(String phone, ContactTable c) {
        return c.PHONE_HASH.eq(vault.hash(PHONE, new PhoneNumber(phone).digits()));
    }

    /** By the last four digits; other lengths are not kept and find nothing. */
    Condition phoneEndsWith(String end, ContactTable c) {
        String digits = new PhoneNumber(end).digits();
        return digits.length() == END_DIGITS
                ? c.PHONE_END_HASH.eq(vault.hash(PHONE_END, digits))
                : DSL.falseCondition();
    }

    Condition emailIs(String email, ContactTable c) {
        return c.EMAIL_HASH.eq(vault.hash(EMAIL, new EmailAddress(email).folded()));
    }

    /** What someone types to find a contact: a whole number, its last four digits, or a whole address. */
    Condition foundBy(String typed, ContactTable c) {
        if (typed.contains("@")) {
            return emailIs(typed, c);
        }
        boolean number = isNumber(typed);
        int digits = new PhoneNumber(typed).digits().length();
        if (number && digits == END_DIGITS) {
            return phoneEndsWith(typed, c);
        }
        return number && digits >= FEWEST_DIGITS ? phoneIs(typed, c) : DSL.falseCondition();
    }

    /**
     * The same, and a longer end of a number, such as one without its area code. Of that only the last four digits count:
     * else one could find out a masked number digit by digit.
     */
    Condition searchedBy(String typed, ContactTable c) {
        PhoneNumber number = new PhoneNumber(typed);
        Condition found = foundBy(typed, c);
        return isNumber(typed) && !number.isWhole()
                ? number.end().map(end -> found.or(phoneEndsWith(end, c))).orElse(found)
                : found;
    }

    private static boolean isNumber(String typed) {
        return typed.matches("[\\d０-９+()（）\\s-]+");
    }
}
