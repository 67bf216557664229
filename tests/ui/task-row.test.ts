import { expect, test } from 'vitest';
import { nameTask } from '../../src/ui/lives/task-row.tsx';

const task = {
  id: 't1',
  person: 'p1',
  household: 'h1',
  householdNumber: '42',
  villageName: 'Thôn Đông',
  name: 'Nguyễn Thị Hoà',
  sex: 'female',
  birthYear: '1998',
  reason: { vi: 'Có việc ở phần riêng của người này' },
  due: '',
  form: 'answer_request',
  orElse: '',
};

test('a task is called by name and household; a request of somebody who was forgotten is no visit to a household without a number', () => {
  expect(nameTask(task)).toBe('Thăm chị Hoà – hộ 42');
  expect(nameTask({ ...task, name: '' })).toBe('Thăm hộ 42');
  expect(nameTask({ ...task, name: '', household: '', householdNumber: '' })).toBe('Người đã xóa dữ liệu theo đề nghị');
});
