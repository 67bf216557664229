/** The forms of the circular in force; a new circular is a new set with its own days. */
export const formSet = { formSet: 'TT01-2022', from: '2022-03-01' } as const;
