import type { VNode } from 'preact';
import type { NamedBytes } from './save-file.ts';

interface FileFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly hint: string;
  readonly accept?: string;
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly NamedBytes[]) => void;
}

/** The bytes go to the worker as they are; nothing of a file is read on the page. */
export function FileField(props: FileFieldProps): VNode {
  const { id = 'files', label, hint, accept = '.xlsx,.csv,.txt', isMultiple = false, onFiles } = props;
  const read = async (input: HTMLInputElement): Promise<void> => {
    const files = await Promise.all(
      [...(input.files ?? [])].map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    // The same file, mended, may be chosen again.
    input.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        class="input"
        type="file"
        accept={accept}
        multiple={isMultiple}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void read(event.currentTarget)}
      />
    </div>
  );
}
