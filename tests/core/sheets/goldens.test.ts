import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetKinds } from '../../../src/core/sheets';
import { finish } from '../../../src/core/workbook/port';
import { planPicture } from '../../support/plan-picture';
import { households, inputOf } from './households';

const folder = join(__dirname, 'golden');
const isWriting = process.env.npm_lifecycle_event === 'goldens';

test.each(sheetKinds.map((kind) => [kind.id, kind] as const))('%s looks as in its picture', (id, kind) => {
  const plans = finish(kind.build(inputOf(households(7))));
  const picture = plans.map(planPicture).join('\n');
  const path = join(folder, `${id}.txt`);
  if (isWriting) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, picture);
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : `no picture yet: npm run goldens draws ${id}.txt`).toBe(
    picture,
  );
});

test('no picture is left of a kind that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(sheetKinds.map(({ id }) => `${id}.txt`).sort());
});
