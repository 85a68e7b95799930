// One runner for every test. A project is a kind of world that a test needs.
const path = require('node:path');

const shared = {
  rootDir: path.resolve(__dirname, '..'),
  transform: { '^.+\\.[cm]?[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: ['/node_modules/(?!(bson)/)'],
};

const world = (displayName, testEnvironment, folders, more = {}) => ({
  ...shared,
  ...more,
  displayName,
  testEnvironment,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts?(x)`),
});

module.exports = {
  rootDir: shared.rootDir,
  maxWorkers: 2,
  // A loaded machine starts instances and browsers slowly; a hang is still told.
  testTimeout: 30_000,
  projects: [
    world('rules', 'node', ['domain', 'config', 'school']),
    world('cloud', 'node', ['local-cloud', 'cloudfunctions'], {
      globalSetup: '<rootDir>/config/jest/build-functions.ts',
    }),
    world('phone', 'jsdom', ['src'], {
      // The seam's browser half stands in for `./call` and its neighbours, as in the h5 build.
      moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'jsx', 'mjs', 'json'],
      moduleNameMapper: {
        '^@tarojs/taro$': '<rootDir>/test/src/doubles/taro.ts',
        '^@tarojs/components$': '<rootDir>/test/src/doubles/components.tsx',
        '\\.s?css$': '<rootDir>/test/src/doubles/style.ts',
      },
    }),
    world('journeys', 'node', ['journeys'], {
      globalSetup: '<rootDir>/config/jest/build-browser-app.ts',
    }),
    world('built', 'node', ['weapp', 'guards'], {
      globalSetup: '<rootDir>/config/jest/build-all.ts',
    }),
  ],
};
