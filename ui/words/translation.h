#pragma once

#include <QtCore/QTranslator>

namespace keyway::words {

/// Loads the sentences for the user's language from the program's resources: German, or else English,
/// whose file has the plural forms. Install the translator before the first sentence is made.
void loadTranslation(QTranslator &translator);

} // namespace keyway::words
