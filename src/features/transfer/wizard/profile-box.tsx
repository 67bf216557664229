import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/form/files/file-field.tsx';
import { saveFile } from '../../../ui/form/files/save-file.ts';
import type { FileBytes, OpenedProfile, SheetMapping } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { transferWords } from '../words.ts';

interface ProfileBoxProps {
  readonly screen: Screen;
  readonly mapping: SheetMapping;
  readonly titles: readonly string[];
  readonly onOpened: (profile: Extract<OpenedProfile, { is: 'profile' }>) => void;
}

/** A way of reading goes to another office, or comes from one, as a small file. */
export function ProfileBox({ screen, mapping, titles, onOpened }: ProfileBoxProps): VNode {
  const words = transferWords.value.wizard;
  const [opened, setOpened] = useState<OpenedProfile['is']>();
  const open = async ([file]: readonly FileBytes[]): Promise<void> => {
    if (file === undefined) return;
    const profile = await screen.phone.openProfile(file, titles);
    setOpened(profile.is);
    if (profile.is === 'profile') onOpened(profile);
  };
  const told = { profile: words.profileOpened, no_profile: words.noProfile, other_list: words.otherList };
  return (
    <section>
      <Button
        label={words.saveProfile}
        onPress={() => void screen.phone.saveProfile(mapping).then((file) => saveFile(file))}
      />
      <FileField
        id="profile"
        label={words.openProfile}
        hint={words.openProfileHint}
        accept=".json"
        onFiles={(files) => void open(files)}
      />
      <p role="status">{opened === undefined ? '' : told[opened]}</p>
    </section>
  );
}
