export default definePageConfig({ navigationBarTitleText: '记家访' });
