import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { commonWords } from './common-words.ts'
import { weakness } from './weak-password.ts'

describe('A password', () => {
  const about = ['Ada Lovelace', 'ada.lovelace@water.example', 'Meridian']
  const cases: readonly [name: string, password: string, code: string | null][] = [
    ['of four words is taken', 'correct horse battery staple', null],
    ['in another script is taken', 'тихая река за холмом', null],
    ['of random signs is taken', 'x8!kQz2mLw9p', null],
    ['of eleven signs is short', 'x8!kQz2mLw9', 'access.passwordShort'],
    ['counts signs and not bytes', '水水火火木木金金土土', 'access.passwordShort'],
    [
      'of a hundred and twenty-eight signs is taken',
      Array.from({ length: 32 }, (_, at) => `${String.fromCharCode(97 + ((at * 7) % 26))}${(at * 37) % 10}Q!`).join(''),
      null,
    ],
    ['without end is long', 'x8!kQz2mLw9p'.repeat(20), 'access.passwordLong'],
    ['of one sign repeats', 'aaaaaaaaaaaa', 'access.passwordRepeats'],
    ['of one part repeats', 'abcabcabcabc', 'access.passwordRepeats'],
    ['of one half twice repeats', 'x8!kQzx8!kQz', 'access.passwordRepeats'],
    ['along the alphabet is a sequence', 'abcdefghijklm', 'access.passwordSequence'],
    ['along the keyboard is a sequence', 'qwertyuiop12', 'access.passwordSequence'],
    ['along the keyboard backwards is a sequence', 'poiuytrewq21', 'access.passwordSequence'],
    ['along another keyboard is a sequence', 'йцукенгшщзхъ', 'access.passwordSequence'],
    ['with the own name is about them', 'Lovelace2026', 'access.passwordAboutYou'],
    ['with the own address is about them', 'ada.lovelace!', 'access.passwordAboutYou'],
    ['with the name of the house is about it', 'meridian-2026', 'access.passwordAboutYou'],
    ['with the own name and enough besides is taken', 'Lovelace x8!kQz2mLw', null],
    ['that is common with digits is common', 'password2026', 'access.passwordCommon'],
    ['that is common in disguise is common', 'P@$$w0rd!!99', 'access.passwordCommon'],
    ['that is common in another language is common', 'Contraseña2026', 'access.passwordCommon'],
    ['of two common words is common', 'WelcomeSummer26', 'access.passwordCommon'],
    ['that is common beside a sequence is common', 'welcome123456', 'access.passwordCommon'],
  ]
  for (const [name, password, code] of cases)
    it(name, () => assert.equal(weakness(password, about)?.code ?? null, code))

  it('is compared with some hundreds of common words', () => {
    assert.ok(commonWords.size > 200 && commonWords.size < 500, String(commonWords.size))
  })
})
