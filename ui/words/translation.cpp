#include "ui/words/translation.h"

#include <QtCore/QLocale>

namespace keyway::words {

using namespace Qt::StringLiterals;

void loadTranslation(QTranslator &translator)
{
    if (translator.load(QLocale(), u"keyway"_s, u"_"_s, u":/i18n"_s))
        return;
    // Also for the C locale, which has no language of its own.
    const bool english = translator.load(u":/i18n/keyway_en.qm"_s);
    Q_ASSERT(english);
    Q_UNUSED(english);
}

} // namespace keyway::words
