package qiji.customer.duplicates;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import qiji.customer.duplicates.RealCompanies.Company;

/** The ways in which a name is written otherwise. Null where a way changes nothing of a name. */
enum Variant {
    WIDTH(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            StringBuilder other = new StringBuilder();
            company.name()
                    .chars()
                    .forEach(it -> other.append((char)
                            switch (it) {
                                case '(' -> '（';
                                case ')' -> '）';
                                case '（' -> '(';
                                case '）' -> ')';
                                default ->
                                    it > 0x20 && it < 0x7f
                                            ? it + 0xfee0
                                            : it > 0xff00 && it < 0xff5f ? it - 0xfee0 : it;
                            }));
            return other.toString();
        }
    },
    SPACES_AND_PUNCTUATION(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            StringBuilder other = new StringBuilder(company.name());
            for (int i = 0; i < 2; i++) {
                other.insert(random.nextInt(other.length() + 1), " ·-　.，".charAt(random.nextInt(6)));
            }
            return other.toString();
        }
    },
    TRADITIONAL(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            return ZhConverterUtil.toTraditional(company.name());
        }
    },
    LEGAL_FORM_DROPPED(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            return FORM.matcher(company.name()).replaceFirst("");
        }
    },
    LIMITED_OR_WITH_LIABILITY(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            String name = company.name();
            return name.endsWith("有限责任公司")
                    ? name.replaceFirst("有限责任公司$", "有限公司")
                    : name.replaceFirst("(?<!股份)有限公司$", "有限责任公司");
        }
    },
    LEGAL_FORM_CHANGED(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            return FORM.matcher(company.name()).replaceFirst(random.nextBoolean() ? "集团有限公司" : "股份有限公司");
        }
    },
    LEGAL_FORM_SHORT(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            return FORM.matcher(company.name()).replaceFirst(random.nextBoolean() ? "公司" : "(有限)");
        }
    },
    ENGLISH_FORM(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            return FORM.matcher(company.name()).replaceFirst(random.nextBoolean() ? " Co., Ltd." : "CO.,LTD");
        }
    },
    REGION_DROPPED(Aim.WRITING) {
        @Override
        @Nullable
        String of(Company company, Source source, Random random) {
            String rest = company.name().substring(source.region(company.name()));
            return source.isTold(rest) ? rest : null;
        }
    },
    REGION_ADDED(Aim.WRITING) {
        @Override
        String of(Company company, Source source, Random random) {
            boolean has = source.region(company.name()) > 0 || company.name().matches("中国.*|.{2,3}[县区].*");
            return has ? company.name() : company.city() + company.name();
        }
    },
    REGION_IN_BRACKETS(Aim.WRITING) {
        @Override
        @Nullable
        String of(Company company, Source source, Random random) {
            int region = source.region(company.name());
            String rest = company.name().substring(region);
            var form = FORM.matcher(rest);
            return region > 0 && form.find() && source.isTold(rest)
                    ? rest.substring(0, form.start()) + "（" + company.name().substring(0, region) + "）" + form.group()
                    : null;
        }
    },
    WRONG(Aim.ONE_SLIP) {
        @Override
        String of(Company company, Source source, Random random) {
            return replaced(company.name(), random.nextInt(company.name().length()), source.any(random));
        }
    },
    MISSING(Aim.ONE_SLIP) {
        @Override
        String of(Company company, Source source, Random random) {
            int at = random.nextInt(company.name().length());
            return company.name().substring(0, at) + company.name().substring(at + 1);
        }
    },
    SWAPPED(Aim.ONE_SLIP) {
        @Override
        String of(Company company, Source source, Random random) {
            String name = company.name();
            int at = random.nextInt(name.length() - 1);
            return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        }
    },
    HOMOPHONE(Aim.ONE_SLIP) {
        @Override
        String of(Company company, Source source, Random random) {
            int at = random.nextInt(company.name().length());
            return replaced(
                    company.name(), at, source.soundingLike(company.name().charAt(at), random));
        }
    },
    TWO_HOMOPHONES(Aim.NONE) {
        @Override
        @Nullable
        String of(Company company, Source source, Random random) {
            String once = HOMOPHONE.of(company, source, random);
            return once == null ? null : HOMOPHONE.of(new Company(once, ""), source, random);
        }
    },
    TWO_WRONG(Aim.NONE) {
        @Override
        @Nullable
        String of(Company company, Source source, Random random) {
            String once = WRONG.of(company, source, random);
            return once == null ? null : WRONG.of(new Company(once, ""), source, random);
        }
    };

    /** What is asked of a rule. */
    enum Aim {
        WRITING,
        ONE_SLIP,
        NONE
    }

    /** What the rules draw from: the divisions, and the characters of all names. */
    interface Source {
        int region(String name);

        /** Whether something besides trade and legal form is left. */
        boolean isTold(String rest);

        char any(Random random);

        /** Itself, if none does. */
        char soundingLike(char character, Random random);
    }

    private static final Pattern FORM = Pattern.compile("(?:股份有限公司|有限责任公司|有限公司)$");

    final Aim aim;

    Variant(Aim aim) {
        this.aim = aim;
    }

    abstract @Nullable String of(Company company, Source source, Random random);

    private static String replaced(String name, int at, char by) {
        return name.substring(0, at) + by + name.substring(at + 1);
    }
}
