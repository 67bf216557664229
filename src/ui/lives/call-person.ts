/** How people are called by their given name, by age and sex. */
export interface CallWords {
  readonly child: string;
  readonly sister: string;
  readonly brother: string;
  readonly grandmother: string;
  readonly grandfather: string;
}

interface Called {
  readonly name: string;
  readonly sex: string;
  readonly birthYear: string;
}

const grown = 16;
const old = 55;

/** "chị Hoà" of Nguyễn Thị Hoà, born 1996; the whole name where sex or year is unknown. `today`: civil day. */
export function callPerson({ name, sex, birthYear }: Called, today: string, calls: CallWords): string {
  const given = name.split(' ').at(-1) ?? name;
  const age = Number(today.slice(0, 4)) - Number(birthYear);
  if (birthYear === '' || (sex !== 'female' && sex !== 'male')) return name;
  const isWoman = sex === 'female';
  const title =
    age < grown
      ? calls.child
      : age < old
        ? calls[isWoman ? 'sister' : 'brother']
        : calls[isWoman ? 'grandmother' : 'grandfather'];
  return title === '' ? name : `${title} ${given}`;
}
