package qiji.demo;

/** Someone to sign in as, to see the product with the eyes of a role; {@code name} is that of the person. */
public record DemoAccount(String role, String roleName, String name, String username, String password) {}
