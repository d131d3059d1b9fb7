#pragma once

#include "ui/admin/adminpage.h"

class QPushButton;

namespace keyway {

class AdminTable;
class SearchField;
class TextLabel;

/// Who did what from where, and whether all of it is as it was written. Nothing here can be
/// changed.
class AuditPage : public AdminPage {
    Q_OBJECT
public:
    AuditPage(AdminBackend *backend, std::function<QDateTime()> now, QWidget *parent = nullptr);

    void reload() override;
    QWidget *firstFocus() const override;

    AdminTable *table() const { return m_table; }
    Banner *checkBanner() const { return m_check; }
    QPushButton *older() const { return m_older; }
    SearchField *search() const { return m_search; }

protected:
    void drop() override;

private:
    void add(const QList<AuditedAction> &entries);
    void fill();
    void readOlder();
    void checkAgain();
    void showCheck(const AuditVerdict &check);

    const std::function<QDateTime()> m_now;
    QList<AuditedAction> m_entries; ///< the newest first
    SearchField *m_search;
    Banner *m_check;
    AdminTable *m_table;
    QPushButton *m_older;
    TextLabel *m_count;
    int m_asked = 0;
};

} // namespace keyway
