import type { VNode } from 'preact';
import { say, type Words } from '../../domain/words.ts';
import { language, words } from '../language.ts';
import { livesWords } from '../words/lives-words.ts';
import { type DescribedRow, describeRow } from './describe-row.ts';
import { personPath } from './paths.ts';

interface LikenessBoxProps {
  /** As the worker answers `likeness`: who may be the same, and why. */
  readonly likenesses: readonly {
    readonly row: DescribedRow & { readonly id: string; readonly name: string };
    readonly reasons: readonly Words[];
  }[];
}

/** Shown while somebody new is written down: who in the book may be the same person, why, and the way to that record. */
export function LikenessBox({ likenesses }: LikenessBoxProps): VNode {
  const copy = livesWords.value.likeness;
  return (
    <div role="status">
      {likenesses.length > 0 && (
        <section class="box box-ask">
          <h2>{copy.title}</h2>
          <ul class="plain">
            {likenesses.map(({ row, reasons }) => (
              <li key={row.id} class="likeness">
                <p>
                  <strong>{row.name}</strong> <span class="small soft">{describeRow(row, words.value)}</span>
                </p>
                <p class="small soft">{reasons.map((reason) => say(reason, language.value)).join(' · ')}</p>
                <a class="button" href={personPath(row.id)} aria-label={copy.sameOf(row.name)}>
                  <span>{copy.same}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
