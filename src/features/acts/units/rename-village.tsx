import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { ScreenProps } from '../../screen.ts';
import { actWords } from '../words.ts';
import { AskPage, withVillage } from './ask-page.tsx';

/** A village under another name; every phone says it so after its next sync. */
export function RenameVillage(props: ScreenProps): VNode {
  return withVillage(props, (village) => <RenamePage {...props} village={village} />);
}

function RenamePage({ screen, village }: ScreenProps & { readonly village: { id: string; name: string } }): VNode {
  const copy = actWords.value.units;
  const [name, setName] = useState(village.name);
  const clean = name.trim();
  return (
    <AskPage
      screen={screen}
      title={copy.rename}
      village={village.name}
      verb={copy.rename}
      read={() => {
        if (clean === '' || clean === village.name) return { control: 'name', why: 'name_missing' };
        return { is: 'rename', unit: village.id, name: clean };
      }}
    >
      <TextField id="name" label={copy.newName} value={name} onValue={setName} />
    </AskPage>
  );
}
