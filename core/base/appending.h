#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

namespace keyway {

// For files of many rows: into bytes that are there already, without a string in between.

void appendNumber(QByteArray &to, qint64 number);
/// At least two digits.
void appendTwoDigits(QByteArray &to, int number);
void appendUtf8(QByteArray &to, QStringView text);
/// With its quotation marks, escaped as RFC 8259 wants it.
void appendJsonText(QByteArray &to, QStringView text);

} // namespace keyway
