type Texts = { [key: string]: string | Texts }

/** Texts by namespace: the folder that holds the file is the namespace of its texts. */
export function gather(modules: Record<string, unknown>): Record<string, Texts> {
  const namespaces: Record<string, Texts> = {}
  for (const [path, module] of Object.entries(modules)) {
    const folder = path.split('/').at(-2)!
    // Vite shortens the path of our own folder.
    namespaces[folder === '..' ? 'app' : folder] = (module as { default: Texts }).default
  }
  return namespaces
}
