import { schemeSchema } from '../../src/core/policy/scheme';
import { schemeById, schemes } from '../../src/schemes';

test.each(schemes.map((scheme) => [scheme.id, scheme] as const))(
  '%s is valid by the schema a loaded scheme must pass',
  (_, scheme) => {
    expect(schemeSchema.parse(scheme)).toEqual(scheme);
  },
);

test('each scheme is found by its own id, and no other', () => {
  expect(schemes.map((scheme) => schemeById(scheme.id))).toEqual(schemes);
  expect(schemeById('nowhere')).toBeUndefined();
});
