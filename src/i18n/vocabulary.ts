/* What words of the interface may be: text, lists of text, or text made of numbers and names. */

type Entry = string | readonly string[] | ((...parts: never[]) => string) | { readonly [key: string]: Entry };
export type Vocabulary = { readonly [area: string]: { readonly [key: string]: Entry } };

/** The same shape with any text in place of each Vietnamese one. */
export type Reworded<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : { readonly [Key in keyof T]: Reworded<T[Key]> };
