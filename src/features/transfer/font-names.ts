/** How old fonts are called where people type in them. */
export const fontNames = { tcvn3: 'TCVN3', vni: 'VNI' } as const;
