import type { VNode } from 'preact';
import type { FileBytes } from '../../workers/api/transfer-api.ts';

interface FileFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly FileBytes[]) => void;
}

/** The bytes go to the worker as they are; nothing of a file is read on the page. */
export function FileField({ label, hint, isMultiple = false, onFiles }: FileFieldProps): VNode {
  const read = async (chosen: FileList | null): Promise<void> => {
    const files = await Promise.all(
      [...(chosen ?? [])].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    if (files.length > 0) onFiles(files);
  };
  return (
    <div class="field">
      <label for="files">{label}</label>
      <p class="soft" id="files-hint">
        {hint}
      </p>
      <input
        id="files"
        class="input"
        type="file"
        accept=".xlsx,.csv,.txt"
        multiple={isMultiple}
        aria-describedby="files-hint"
        onChange={(event) => void read(event.currentTarget.files)}
      />
    </div>
  );
}
