/** Input actions of WebDriver (section 17), which WebDriver BiDi shares. */

const codes: Readonly<Record<string, string>> = {
  Control: '\ue009',
  Enter: '\ue007',
  Meta: '\ue03d',
  Space: ' ',
  Tab: '\ue004',
};

export function keyActions(chord: string, times: number): object[] {
  const keys = chord.split('+').map((key) => codes[key] ?? key);
  const once = [
    ...keys.map((value) => ({ type: 'keyDown', value })),
    ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
  return [{ type: 'key', id: 'keyboard', actions: Array.from({ length: times }, () => once).flat() }];
}

export function clickActions(x: number, y: number): object[] {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return [{ type: 'pointer', id: 'mouse', actions }];
}
