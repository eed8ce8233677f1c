package qiji.organization.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import qiji.access.Explains;
import qiji.access.Reason;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.organization.Permissions;
import qiji.organization.RoleScope;
import qiji.organization.Viewers;
import qiji.platform.Words;

/** Puts together by which roles, shares and teams somebody sees a record, or what it belongs to, each by its name. [A5] */
@Component
class Answers {
    private static final Words SEES_HOLDER = Words.of("能看到它所属的记录", "Sees what it belongs to");

    private final Ways ways;
    private final ReachWords reach;
    private final Permissions permissions;

    Answers(Ways ways, ReachWords reach, Permissions permissions) {
        this.ways = ways;
        this.reach = reach;
        this.permissions = permissions;
    }

    /** Of the record and of what it belongs to, as far as {@code asking} sees that. */
    Answer of(RecordRef record, Person person, Viewer asking) {
        Explains rules = ways.rules(record);
        Answer own = itself(record, person, asking);
        Answer all = ways.heldBy(record)
                .map(holder -> own.or(through(holder, person, asking)))
                .orElse(own);
        return rules.permission()
                .filter(code -> !person.viewer().may(code))
                .map(code -> all.blockedBy(lacks(code, person)))
                .orElse(all);
    }

    private Answer through(RecordRef holder, Person person, Viewer asking) {
        if (!ways.isSeen(holder, asking)) {
            boolean sees = ways.isSeen(holder, person.viewer());
            return Answer.of(
                    Stream.of(SEES_HOLDER).filter(_ -> sees),
                    Stream.of(SEES_HOLDER).filter(_ -> !sees));
        }
        Words label = ways.rules(holder).label();
        String name = ways.nameOf(holder);
        return of(holder, person, asking)
                .through(Words.of(
                        label.zh() + "“" + name + "”", label.en().toLowerCase(Locale.ROOT) + " “" + name + "”"));
    }

    private Answer itself(RecordRef record, Person person, Viewer asking) {
        List<Told> asked = ways.of(record, person.viewer());
        Answer others = Answer.of(
                asked.stream()
                        .filter(told -> !told.by().isReach() && told.holds())
                        .flatMap(told -> holding(record, told, person)),
                asked.stream()
                        .filter(told -> !told.by().isReach() && !told.holds())
                        .map(Told::words));
        boolean byReach = asked.stream().anyMatch(told -> told.by().isReach());
        return byReach ? byRoles(record, person, asking).or(others) : others;
    }

    private Stream<Words> holding(RecordRef record, Told told, Person person) {
        if (told.by() != Reason.By.PERMISSION) {
            return Stream.of(told.words());
        }
        String code = ways.rules(record).permission().orElseThrow();
        return person.roles().stream()
                .filter(role -> role.permissions().contains(code))
                .map(role -> ReachWords.filled(
                        "角色“%s”有权限“%s”，能看到全部%s",
                        "Role “%s” gives the permission “%s”, and with it all of them",
                        role.name(),
                        permissions.named(code),
                        ways.rules(record).label()));
    }

    private Answer byRoles(RecordRef record, Person person, Viewer asking) {
        ReachWords.Place place = reach.named(ways.placeOf(record), record.type(), asking);
        List<Words> holding = new ArrayList<>();
        List<Words> missing = new ArrayList<>();
        for (Viewers.ByRole role : person.roles()) {
            RoleScope scope = role.scopes().get(record.type());
            if (scope == null) {
                continue;
            }
            List<Told> asked = ways.of(record, role.alone()).stream()
                    .filter(told -> told.by().isReach())
                    .toList();
            asked.stream()
                    .filter(Told::holds)
                    .map(told -> reach.holding(
                            told.by(), role, scope, place, person.viewer().userId()))
                    .forEach(holding::add);
            if (asked.stream().noneMatch(Told::holds)) {
                missing.add(lacking(
                        asked, reach.lacking(role, scope, place, person.viewer().userId())));
            }
        }
        return Answer.of(holding.stream(), missing.stream());
    }

    /** Of what is reached but for a rule only the rule is told: a wider reach would not help. */
    private static Words lacking(List<Told> asked, Words wider) {
        Optional<Words> but =
                asked.stream().map(Told::but).flatMap(Stream::ofNullable).findFirst();
        boolean reached = asked.stream().anyMatch(Told::reached);
        return but.map(rule -> reached ? rule : ReachWords.filled("%s；而且%s", "%s; and %s", wider, rule))
                .orElse(wider);
    }

    private Words lacks(String code, Person person) {
        String zh = person.roles().stream().map(role -> role.name().zh()).collect(Collectors.joining("、"));
        String en = person.roles().stream().map(role -> role.name().en()).collect(Collectors.joining(", "));
        Words lacks = ReachWords.filled("没有权限“%s”", "Lacks the permission “%s”", permissions.named(code));
        return zh.isEmpty()
                ? ReachWords.filled("%s：没有任何角色", "%s: has no role", lacks)
                : ReachWords.filled("%s：角色%s都没有给", "%s: given by none of the roles %s", lacks, Words.of(zh, en));
    }
}
