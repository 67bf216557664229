export const lives = {
  person: {
    title: 'A person in the book',
  },
};
