/* The same screens by the same names with nothing behind them: what the browser itself costs. */
const worker = new Worker('/worker.js', { type: 'module' });
await navigator.serviceWorker.register('/sw.js');

/** @returns {Promise<readonly string[]>} */
const ask = (question) =>
  new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(question);
  });

function make(name, text, more = {}) {
  const element = Object.assign(document.createElement(name), more);
  element.textContent = text;
  return element;
}

function draw(...parts) {
  const main = document.createElement('main');
  main.append(...parts);
  document.body.replaceChildren(main);
}

const field = (id, label, type) => [make('label', label, { htmlFor: id }), make('input', '', { id, type })];

function lockScreen() {
  const [label, input] = field('pin', 'Mã PIN', 'text');
  input.onkeydown = ({ key }) => key === 'Enter' && search();
  draw(label, input);
  input.focus();
}

function search() {
  const [label, input] = field('search', 'Tìm hộ, người', 'search');
  const list = document.createElement('ul');
  input.oninput = async () => {
    const rows = input.value === '' ? [] : await ask('search');
    list.replaceChildren(...rows.map((row, place) => item(row, place)));
  };
  draw(label, input, list);
  input.focus();
}

function item(row, place) {
  const link = make('a', row, { href: `/household/${place}` });
  link.onclick = async (event) => {
    event.preventDefault();
    history.pushState(null, '', '/household');
    household(await ask('household'));
  };
  const line = document.createElement('li');
  line.append(link);
  return line;
}

function household(people) {
  const status = make('p', '');
  status.role = 'status';
  const save = make('button', 'Lưu');
  save.onclick = async () => {
    await write();
    status.textContent = 'Đã lưu trên máy';
  };
  draw(make('h1', 'Hộ số 1'), ...people.map((person) => make('p', person)), save, status);
}

const database = await new Promise((resolve) => {
  const opening = indexedDB.open('empty', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
  opening.onsuccess = () => resolve(opening.result);
});

/** One strict transaction of two kilobytes. */
function write() {
  return new Promise((resolve) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = resolve;
    transaction.objectStore('rows').add(crypto.getRandomValues(new Uint8Array(2_048)));
  });
}

addEventListener('popstate', search);
lockScreen();
