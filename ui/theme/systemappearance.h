#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

class QDBusVariant;

namespace keyway {

class Theme;

/// Tells a Theme whether the system is dark and whether it wants movement, and goes on telling it.
/// Linux: the desktop portal's settings, asked without waiting. Windows: the registry and the
/// client area animation, when made. Elsewhere the theme keeps the lightness of the system's
/// palette.
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    SystemAppearance(Theme *theme, QObject *parent);

private Q_SLOTS:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &space, const QString &key);
    void apply(const QString &space, const QString &key, const QVariant &value);

    Theme *m_theme;
};

} // namespace keyway
