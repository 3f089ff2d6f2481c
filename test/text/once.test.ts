import { expect, test, vi } from 'vitest';
import { once, oncePer } from '../../src/text/once.ts';

test('a value is created once, on first use', () => {
  const make = vi.fn(() => ({}));
  const value = once(make);
  expect(make).not.toHaveBeenCalled();
  expect(value()).toBe(value());
  expect(make).toHaveBeenCalledTimes(1);
});

test('a value that turns out to be undefined is not created again', () => {
  const make = vi.fn();
  const value = once(make);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('a value that turns out to be undefined is not derived again', () => {
  const derive = vi.fn();
  const derivedFrom = oncePer(derive);
  const key = {};
  expect([derivedFrom(key), derivedFrom(key)]).toEqual([undefined, undefined]);
  expect(derive).toHaveBeenCalledTimes(1);
});

test('a value is derived once per object, even if the objects are equal', () => {
  const derive = vi.fn(({ name }: { name: string }) => [name]);
  const namesOf = oncePer(derive);
  const [first, second] = [{ name: 'a' }, { name: 'a' }];
  expect(namesOf(first)).toBe(namesOf(first));
  expect(namesOf(second)).not.toBe(namesOf(first));
  expect(derive).toHaveBeenCalledTimes(2);
});
