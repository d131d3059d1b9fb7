#pragma once

#include "core/base/result.h"

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

/// Parts of documents on paper, as Qt's rich text.
namespace keyway::print {

QString paragraph(const QString &text, const QString &style = {});
/// `widths` in percent. A table with a head has names in its first column and rules between rows.
/// The last line is what the others come to.
QString table(const QStringList &head, const QList<QStringList> &lines, const QList<int> &widths);

/// Writes rich text as PDF, text as text: on Letter where the locale measures in inches, else on
/// A4. Wants a QGuiApplication. Error: Storage, `cannot-write`.
Result<Done> writePdf(const QString &title, const QString &html, const QString &path,
                      const QLocale &locale);

} // namespace keyway::print
