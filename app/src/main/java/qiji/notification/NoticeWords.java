package qiji.notification;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.platform.Words;

/** Puts notices into words, in the language of who reads them. */
@Component
class NoticeWords {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String RECORD = "record";
    private static final Words NAMED = Words.of("「%s」", "“%s”");
    private static final Words UNSEEN = Words.of("一条您无权查看的记录", "a record that you may not see");
    private static final Words FORGOTTEN = Words.of("一条旧版本的通知", "A notice of an older version");

    private final Map<String, NoticeKind> kinds;

    NoticeWords(ObjectProvider<NoticeKinds> told) {
        kinds = told.stream()
                .flatMap(module -> module.kinds().stream())
                .collect(Collectors.toUnmodifiableMap(NoticeKind::code, Function.identity()));
    }

    /** {@code recordName} is null for a record that the reader may not see. */
    String text(String code, Map<String, String> params, @Nullable String recordName) {
        NoticeKind kind = kinds.get(code);
        if (kind == null) {
            return FORGOTTEN.here();
        }
        String record =
                recordName == null ? UNSEEN.here() : NAMED.with(recordName).here();
        return filled(kind.text().here(), word -> word.equals(RECORD) ? record : here(word, params));
    }

    @Nullable
    String page(String code, Map<String, String> params) {
        NoticeKind kind = kinds.get(code);
        return kind == null || kind.page() == null ? null : filled(kind.page(), word -> params.getOrDefault(word, ""));
    }

    private static String here(String word, Map<String, String> params) {
        String language =
                LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "en" : "zh";
        return params.getOrDefault(word + "." + language, params.getOrDefault(word, "…"));
    }

    private static String filled(String text, Function<String, String> value) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1))));
    }
}
