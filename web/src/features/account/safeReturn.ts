/** The page to go back to after signing in: only addresses of this site, never another host. */
export function safeReturn(address: string | null) {
  if (!address?.startsWith('/') || address.startsWith('//') || address.startsWith('/\\')) return '/'
  return address.startsWith('/sign-in') ? '/' : address
}
