import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { civilDay } from '../../../domain/calendar/civil-date.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/form/files/file-field.tsx';
import { saveFile } from '../../../ui/form/files/save-file.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ConsoleApi } from '../../api.ts';

interface TakeFileProps {
  readonly api: Pick<ConsoleApi, 'roadFile'>;
  readonly onEnded: () => void;
}

/** Waiting work that somebody brought as a file: handed to the hub unread, and the hub's answers to give back. */
export function TakeFile({ api, onEnded }: TakeFileProps): VNode {
  const { road } = consoleWords(language.value);
  const [said, setSaid] = useState('');
  const [answers, setAnswers] = useState('');
  const count = (number: number): string => spellNumber(number, language.value);
  const take = async (bytes: Uint8Array): Promise<void> => {
    setAnswers('');
    setSaid(road.taking);
    const reply = await api.roadFile(new TextDecoder().decode(bytes));
    if (!reply.ok && reply.error === 'ended') return onEnded();
    if (!reply.ok) return setSaid(road.failed);
    if (reply.value.is === 'refused') return setSaid(road.refused[reply.value.why]);
    setSaid(road.taken(count(reply.value.taken), count(reply.value.of)));
    setAnswers(reply.value.answers);
  };
  const save = (): void =>
    saveFile({ name: road.fileName(civilDay(Date.now())), bytes: new TextEncoder().encode(answers) });
  return (
    <details class="not-printed">
      <summary>{road.title}</summary>
      <FileField
        label={road.choose}
        hint={road.hint}
        accept=".txt"
        onFiles={([file]) => void (file !== undefined && take(file.bytes))}
      />
      <p role="status">{said}</p>
      {answers !== '' && (
        <div class="row-of-buttons">
          <Button label={road.save} onPress={save} />
        </div>
      )}
    </details>
  );
}
