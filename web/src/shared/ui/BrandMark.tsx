/** The mark of the product: a rising line that meets its moment. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--primary)" />
      <path
        d="M7 22l6-7 5 4 7-10"
        fill="none"
        stroke="var(--brand-text)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="25" cy="9" r="2.6" fill="var(--accent)" />
    </svg>
  )
}
