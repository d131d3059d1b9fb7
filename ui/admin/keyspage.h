#pragma once

#include "ui/admin/adminpage.h"

#include <QtCore/QHash>

class QPushButton;

namespace keyway {

class AdminTable;
class TextLabel;
class TitledCard;

/// The platform's own keys: what each is for and what it was used for, never the key. They go in,
/// are replaced, are retired.
class KeysPage : public AdminPage {
    Q_OBJECT
public:
    KeysPage(AdminBackend *backend, const QHash<QString, QString> &serviceNames,
             std::function<QDateTime()> now, QWidget *parent = nullptr);

    void reload() override;
    QWidget *firstFocus() const override;

    AdminTable *table() const { return m_table; }
    QPushButton *addKey() const { return m_add; }
    QPushButton *replaceKey() const { return m_replace; }
    QPushButton *retireKey() const { return m_retire; }
    TextLabel *facts() const { return m_facts; }

protected:
    void drop() override;

private:
    void fill(const QList<PlatformKey> &keys);
    void showKey(int row);
    const PlatformKey *chosen() const;
    void openAdd();
    void openReplace();
    void openRetire();

    const QHash<QString, QString> m_names;
    const std::function<QDateTime()> m_now;
    QList<PlatformKey> m_keys;
    QPushButton *m_add;
    AdminTable *m_table;
    TitledCard *m_card;
    TextLabel *m_facts;
    QPushButton *m_replace, *m_retire;
    Id m_chosen;
};

} // namespace keyway
