import js from '@eslint/js';
import typescript from 'typescript-eslint';

export default typescript.config(js.configs.recommended, typescript.configs.strict, typescript.configs.stylistic, {
  rules: { '@typescript-eslint/explicit-module-boundary-types': 'error', 'eqeqeq': 'error' },
});
