import type { Finding } from '../../domain/form/check.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { Words } from '../../domain/words.ts';
import { isStorageFull } from '../../store/opening/storage-full.ts';
import { HeadUnknown } from '../../sync/phone/commit.ts';
import type { Unacceptable } from './acceptable.ts';

/* What stops a save beside the form's own checks. */

/** It stands at the form's last question, beside the button that was pressed. */
function stopFor({ pages }: FormDefinition, check: string, message: Words): Finding {
  const field = pages.at(-1)?.questions.at(-1)?.field.key ?? '';
  return { check, strength: 'stop', field, message };
}

/** What the phone itself stands in the way with; any other fault is thrown on. */
export function notSavedFor(form: FormDefinition, fault: unknown): Finding {
  if (fault instanceof HeadUnknown)
    return stopFor(form, 'storage_damaged', {
      vi: 'Bộ nhớ máy hỏng một chỗ nên chưa lưu được; việc đã ghi trước vẫn còn. Hãy vào mạng, bấm “Gửi ngay”, rồi bấm Lưu lại.',
      en: 'The phone’s storage is damaged in one spot, so this is not saved; earlier work is still here. Go online, press “Send now”, then press Save again.',
    });
  if (!isStorageFull(fault)) throw fault;
  return stopFor(form, 'storage_full', {
    vi: 'Máy hết chỗ chứa nên chưa lưu được. Hãy xóa bớt ảnh hoặc ứng dụng rồi bấm Lưu lại.',
    en: 'The phone is out of space, so this is not saved. Delete some photos or apps, then press Save again.',
  });
}

/** The hub would not take it: said at its question, where the form asks it. */
export function unacceptableFor(form: FormDefinition, { field, message }: Unacceptable): Finding {
  const stop = stopFor(form, 'unacceptable', message);
  const isAsked = form.pages.some(({ questions }) => questions.some((question) => question.field.key === field));
  return isAsked ? { ...stop, field } : stop;
}

/** What is mended cannot go as it stands. */
export function heldFor(form: FormDefinition, message: Words): Finding {
  return stopFor(form, 'held', message);
}

/** What is written anew has gone meanwhile: it was mended in another draft, or taken back. A second one would be made of it. */
export function goneFor(form: FormDefinition): Finding {
  return stopFor(form, 'mended_already', {
    vi: 'Việc này đã được sửa hoặc rút lại ở chỗ khác, nên không lưu thêm lần nữa. Hãy bỏ nháp này; cần sửa tiếp thì mở lại từ “Hôm nay tôi đã ghi”.',
    en: 'This has been mended or taken back elsewhere, so it is not saved a second time. Drop this draft; to mend it further, open it again from “What I wrote today”.',
  });
}

/** An edit that changes nothing is no record. */
export function nothingFor(form: FormDefinition): Finding {
  return stopFor(form, 'nothing_changed', {
    vi: 'Chưa có gì thay đổi so với sổ. Hãy sửa một mục, hoặc quay lại.',
    en: 'Nothing differs from the book. Change something, or go back.',
  });
}
