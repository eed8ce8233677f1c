package qiji.rule;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/** A rule of nothing in particular, for tests of what becomes of rules. */
@TestComponent
class ColourRule implements RuleKind<ColourRule.Body> {
    static final String CODE = "test-colour";

    record Body(String colour) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Words words() {
        return Words.of("颜色", "Colour");
    }

    @Override
    public Class<Body> bodyType() {
        return Body.class;
    }

    @Override
    public Body shipped() {
        return new Body("white");
    }

    @Override
    public List<FieldFault> faults(Body body) {
        return body.colour() == null || body.colour().isBlank() ? List.of(FieldFault.required("colour")) : List.of();
    }

    @Override
    public Words inWords(Body body) {
        return new Words("颜色：" + body.colour(), "Colour: " + body.colour());
    }
}
