import { addDevice } from '../../auth/activation-code.ts';
import type { Tx } from '../../db/database.ts';
import type { CommandOf, SampleRecipe } from '../../durable/command.ts';
import { keep, type Performed } from '../../durable/performed.ts';

const recipeKey = (book: string) => `sample ${book}`;

/** What is left to remember of a founding: which device writes the sample, from which recipe. */
export interface Founding {
  readonly book: string;
  readonly device: string;
  readonly user: string;
  readonly recipe: SampleRecipe;
}

/** A commune with its places, its book and the device that writes what is known so far. */
export async function foundCommune(tx: Tx, command: CommandOf<'found'>): Promise<Performed<null>> {
  for (const unit of command.units) {
    const { validFrom, ...row } = unit;
    await tx
      .insertInto('unit')
      .values({ ...row, valid_from: validFrom, valid_to: null })
      .execute();
  }
  await tx.insertInto('book').values({ book: command.book, commune: command.commune, last_number: 0 }).execute();
  await addDevice(tx, command.book, command.author);
  const { device, user } = command.author;
  const founding: Founding = { book: command.book, device, user, recipe: command.sample };
  await tx
    .insertInto('setting')
    .values({ key: recipeKey(command.book), value: JSON.stringify(founding) })
    .execute();
  return keep(null);
}

export async function readFounding(tx: Tx, book: string): Promise<Founding | undefined> {
  const row = await tx.selectFrom('setting').select('value').where('key', '=', recipeKey(book)).executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.value) as Founding);
}
