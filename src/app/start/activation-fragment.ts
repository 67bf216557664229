/** What a QR's link tells a fresh phone, "https://…/#ma=ABCD-EFGH&vt=…"; empty where it tells nothing. */
export interface ActivationLink {
  readonly code: string;
  /** Fingerprint of the hub's keys, as printed beside the code: another hub at this address is not believed. */
  readonly fingerprint: string;
}

/** A fragment never travels to a server or its log. */
export function readActivationLink(fragment: string): ActivationLink {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = parts.get('ma')?.trim() ?? '';
  return { code, fingerprint: code === '' ? '' : (parts.get('vt') ?? '') };
}
