#pragma once

#include "ui/admin/adminbackend.h"
#include "ui/widgets/dialog.h"

#include <QtCore/QHash>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace keyway {

class KeyField;
class ResultLine;
class TextLabel;

/// A key of the platform on its way to the server: a new one, or one in the place of another. It is
/// typed or pasted once, and nothing shows it again.
class PlatformKeyDialog : public Dialog {
    Q_OBJECT
public:
    /// A new key for one of these services, `names` by id.
    PlatformKeyDialog(const QHash<QString, QString> &names, AdminBackend *backend, QWidget *parent);
    /// Another key in the place of this one.
    PlatformKeyDialog(const PlatformKey &old, AdminBackend *backend, QWidget *parent);

    QComboBox *service() const { return m_service; }
    QLineEdit *label() const { return m_label; }
    QLineEdit *address() const { return m_address; }
    KeyField *key() const { return m_key; }
    QPushButton *button() const { return m_go; }
    ResultLine *result() const { return m_result; }

private:
    PlatformKeyDialog(const QString &title, const QString &words, const QString &button,
                      AdminBackend *backend, QWidget *parent);
    void addRow(const QString &label, QWidget *field);
    void makeKeyField();
    void check();
    void go();

    AdminBackend *m_backend;
    std::optional<PlatformKey> m_old;
    QGridLayout *m_grid;
    QComboBox *m_service = nullptr;
    QLineEdit *m_label = nullptr, *m_address = nullptr;
    KeyField *m_key = nullptr;
    ResultLine *m_result;
    QPushButton *m_go;
    bool m_busy = false;
};

/// Asks for the name of a key before it is deleted for good.
class RetireKeyDialog : public Dialog {
    Q_OBJECT
public:
    RetireKeyDialog(const PlatformKey &key, const QString &name, AdminBackend *backend,
                    QWidget *parent);

    QLineEdit *typed() const { return m_typed; }
    QPushButton *button() const { return m_go; }

private:
    QLineEdit *m_typed;
    ResultLine *m_result;
    QPushButton *m_go;
};

/// What a key is called: its label, or its service.
QString nameOfKey(const PlatformKey &key, const QHash<QString, QString> &services);

} // namespace keyway
