/** Pages about people, what is to be done, what looks wrong. */
export const lives = {
  person: {
    title: 'Người trong sổ',
  },
} as const;
