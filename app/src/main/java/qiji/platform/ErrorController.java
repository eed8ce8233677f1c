package qiji.platform;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what was refused before any controller was found, as everything else: with a problem. */
@Hidden
@RestController
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {
    /** Asked for by its own name, it is nothing. Throws the problem of the status. */
    @RequestMapping("/error")
    void refuse(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        throw new Problem(ProblemAdvice.typeOf(status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value()));
    }
}
