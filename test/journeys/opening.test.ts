import { CAST } from '../school/cast';
import { setStage } from './harness/stage';

describe('opening the app', () => {
  const { begin } = setStage();

  test.each([
    ['light', {}],
    ['dark-large', { isDark: true, textScale: 1.4 }],
  ])(
    'a class teacher sees today at once, for one cloud call (%s)',
    async (name, options) => {
      const journey = await begin(options);
      await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
      await journey.see('王晓岚').waitFor();
      await journey.screenshot(`today-${name}`);
      expect(journey.calls).toHaveLength(1);
      expect(journey.taps).toBe(0);
      await journey.end();
    },
    30_000,
  );
});
