import { wordingHints } from '../../domain/wording';

const wordsIn = (text: string) => wordingHints(text).map(({ word }) => word);

describe('hints for words that label a child', () => {
  test('a fact gets no hint', () => {
    expect(wordingHints('数学计算常漏步骤，需要看例题两遍。')).toEqual([]);
    expect(wordingHints('')).toEqual([]);
  });

  test('a label is named, with what could be written instead', () => {
    const [hint] = wordingHints('他是班里的后进生。');
    expect(hint?.word).toBe('后进生');
    expect(hint?.hint).toMatch(/^可以写具体的表现/);
  });

  test('two words of one kind give one hint', () => {
    expect(wordsIn('差生，也是后进生')).toEqual(['差生']);
  });

  test('words of several kinds give a hint each, in the order of the list', () => {
    expect(wordsIn('太懒，没救了，差生')).toEqual(['差生', '太懒', '没救']);
  });

  test('a diagnosis is left to the doctor', () => {
    expect(wordingHints('有多动症')[0]?.hint).toContain('医生');
  });
});
