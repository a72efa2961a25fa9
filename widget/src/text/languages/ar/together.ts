import type { Language } from '../../words.js';
import { isolated } from './grammar.js';

export const together: Language['together'] = {
  hand: {
    raise: 'رفع اليد',
    lower: 'خفض اليد',
    up: 'اليد مرفوعة',
    place: (place, hands) => `اليد مرفوعة، ${place} من ${hands}`,
    raised: (name) => `رفع ${isolated(name)} يده`,
    lowered: 'تم خفض يدك',
  },
  reactions: {
    open: 'تفاعل',
    label: 'التفاعلات',
    reacted: (name, emoji) => `تفاعل من ${isolated(name)}: ${emoji}`,
    names: {
      '👍': 'إعجاب',
      '👏': 'تصفيق',
      '❤️': 'قلب',
      '😂': 'ضحك',
      '😮': 'دهشة',
      '🎉': 'احتفال',
    },
  },
  muted: {
    microphone: { unnamed: 'تم كتم صوتك', by: (name) => `كتم ${isolated(name)} صوتك` },
    camera: { unnamed: 'تم إيقاف كاميرتك', by: (name) => `أوقف ${isolated(name)} كاميرتك` },
    screen: { unnamed: 'توقفت مشاركة شاشتك', by: (name) => `أوقف ${isolated(name)} مشاركة شاشتك` },
    screenAudio: { unnamed: 'تم إيقاف صوت شاشتك', by: (name) => `أوقف ${isolated(name)} صوت شاشتك` },
  },
  asked: {
    hint: 'لا يُشغَّل شيء قبل أن تختار.',
    microphone: {
      unnamed: 'يُطلب منك تشغيل الميكروفون',
      by: (name) => `يطلب منك ${isolated(name)} تشغيل الميكروفون`,
      yes: 'تشغيل',
      no: 'البقاء صامتًا',
    },
    camera: {
      unnamed: 'يُطلب منك تشغيل الكاميرا',
      by: (name) => `يطلب منك ${isolated(name)} تشغيل الكاميرا`,
      yes: 'تشغيل',
      no: 'إبقاؤها متوقفة',
    },
    screen: {
      unnamed: 'يُطلب منك مشاركة شاشتك',
      by: (name) => `يطلب منك ${isolated(name)} مشاركة شاشتك`,
      yes: 'اختيار شاشة',
      no: 'ليس الآن',
    },
  },
  dismiss: 'إخفاء',
};
