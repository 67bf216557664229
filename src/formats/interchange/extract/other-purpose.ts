/** Key of a purpose that the list does not have: the head approves it, and it gets the same few columns. */
export const otherPurpose = 'other';
