#pragma once

#include <QtWidgets/QLayout>

#include <vector>

namespace keyway {

/// Cards in equal columns, as many as fit. A row is as high as its highest card. A column is never
/// narrower than `minimumColumn`, unless there is only one: with 372 and a gap of 16, two columns
/// from 760 px on.
class ReflowLayout : public QLayout {
    Q_OBJECT
public:
    ReflowLayout(int minimumColumn, int maximumColumns, int horizontalGap = 16,
                 int verticalGap = 12, QWidget *parent = nullptr);
    ~ReflowLayout() override;

    int columnsFor(int width) const;
    /// Columns at the present width.
    int columns() const { return columnsFor(geometry().width()); }
    void insertWidget(int index, QWidget *widget);
    /// Moves a card to another place; both indexes are of now.
    void moveItem(int from, int to);

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool apply) const;

    int m_minimumColumn, m_maximumColumns, m_horizontalGap, m_verticalGap;
    std::vector<QLayoutItem *> m_items;
};

} // namespace keyway
