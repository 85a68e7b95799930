export default definePageConfig({ navigationBarTitleText: '台账的类别' });
