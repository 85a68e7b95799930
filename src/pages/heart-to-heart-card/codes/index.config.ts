export default definePageConfig({ navigationBarTitleText: '连心卡班级码' });
