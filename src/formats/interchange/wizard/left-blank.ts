/** Said of a word in a list: it means nothing that the book asks for. */
export const leftBlank = '-';
