#pragma once

#include <QtCore/QObject>
#include <QtGui/QIcon>

class QSystemTrayIcon;

namespace keyway {

/// Messages on the desktop, where it has a tray: the icon is there while one was not looked at. GUI
/// thread.
class DesktopMessages : public QObject {
    Q_OBJECT
public:
    explicit DesktopMessages(QIcon icon, QObject *parent = nullptr);

    /// False where this desktop shows none.
    static bool areAvailable();
    void show(const QString &title, const QString &text);
    /// What was shown is known now.
    void clear();

Q_SIGNALS:
    /// The user chose a message, or the icon.
    void activated();

private:
    QIcon m_icon;
    QSystemTrayIcon *m_tray = nullptr; ///< made with the first message
};

} // namespace keyway
