import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.Definition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;
import qiji.postgres.EmbeddedPostgres;

/** Migrates a throw-away database and writes the jOOQ classes of its tables. Does nothing if neither changed. */
final class GenerateJooq {
    private static final List<String> MODULES = List.of(
            "platform", "audit", "organization", "records", "rule", "customer", "product", "process", "opportunity", "activity",
            "collaboration", "notification", "approval", "competitor", "project");

    /** Arguments: the folder of the migrations, the folder to write to. */
    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        String digest = digest(migrations);
        Path stamp = target.resolve(".stamp");
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        Path home = Files.createTempDirectory("qiji-jooq");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        try (var server = EmbeddedPostgres.throwAway(home)) {
            server.createDatabase("jooq");
            Flyway.configure()
                    .dataSource(server.url("jooq"), server.superuser(), server.superuserPassword())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(server, target));
        } finally {
            delete(home);
        }
        Files.writeString(stamp, digest);
    }

    private static Configuration configuration(EmbeddedPostgres server, Path target) {
        Jdbc jdbc = new Jdbc()
                .withDriver("org.postgresql.Driver")
                .withUrl(server.url("jooq"))
                .withUser(server.superuser())
                .withPassword(server.superuserPassword());
        Database database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withIncludes(".*")
                .withExcludes(".*_as_of|.*_keep_versions|scheduled_tasks")
                .withIncludeRoutines(false)
                .withSchemata(MODULES.stream()
                        .map(module -> new SchemaMappingType().withInputSchema(module))
                        .toList())
                .withForcedTypes(new ForcedType()
                        .withName("INSTANT")
                        .withIncludeTypes("(?i:timestamptz|timestamp with time zone)"));
        Generate generate = new Generate()
                .withPojos(false)
                .withRecords(true)
                .withJavaTimeTypes(true)
                .withGeneratedAnnotation(false)
                .withGlobalCatalogReferences(false);
        return new Configuration()
                .withJdbc(jdbc)
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(generate)
                        .withStrategy(new Strategy().withName(Names.class.getName()))
                        .withTarget(new Target()
                                .withPackageName("db")
                                .withDirectory(target.toString())
                                .withClean(true)));
    }

    /** Tables end in Table; a schema named as one of its tables keeps out of that table's way. */
    public static final class Names extends DefaultGeneratorStrategy {
        @Override
        public String getJavaClassName(Definition definition, Mode mode) {
            String name = super.getJavaClassName(definition, mode);
            return switch (definition) {
                case SchemaDefinition _ -> name + "Schema";
                case TableDefinition _ when mode == Mode.DEFAULT -> name + "Table";
                default -> name;
            };
        }

        @Override
        public String getJavaIdentifier(Definition definition) {
            String name = super.getJavaIdentifier(definition);
            return definition instanceof SchemaDefinition ? name + "_SCHEMA" : name;
        }

        @Override
        public String getJavaPackageName(Definition definition, Mode mode) {
            return super.getJavaPackageName(definition, mode).replace("_schema", "");
        }
    }

    private static String digest(Path migrations) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        Path self = migrations.resolve("../../../generator/GenerateJooq.java");
        digest.update(Files.readAllBytes(self.normalize()));
        digest.update(org.jooq.Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
